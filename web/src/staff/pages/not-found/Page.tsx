// An address that leads nowhere, with ways on.
import { useText } from '../../../i18n/text';
import { ButtonLink } from '../../../ui/ButtonLink';
import { EmptyState } from '../../../ui/EmptyState';
import { usePageTitle } from '../../usePageTitle';
import { notFoundTexts } from './messages';
import { NotFoundDocument } from './NotFound.generated';
import { useQuery } from '../../../graphql/useQuery';

export default function NotFoundPage() {
  const text = useText(notFoundTexts);
  useQuery(NotFoundDocument);
  usePageTitle(text.title);
  return (
    <EmptyState isPage icon="search" title={text.title} action={<ButtonLink to="/members">{text.members}</ButtonLink>}>
      {text.hint}
    </EmptyState>
  );
}
