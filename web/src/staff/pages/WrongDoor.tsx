// A member who came in through the staff's door is shown the right one.
import { useText } from '../../i18n/text';
import { EmptyState } from '../../ui/EmptyState';
import { shellTexts } from '../messages';
import { SessionDocument } from '../Session.generated';
import { useQuery } from '../../graphql/useQuery';

export function WrongDoor() {
  const text = useText(shellTexts);
  const { data } = useQuery(SessionDocument, { fetchPolicy: 'cache-only' });
  return (
    <main>
      <EmptyState isPage icon="members" title={text.wrongDoorTitle} action={<a href="/app">{text.toMemberApp}</a>}>
        {text.wrongDoor(data?.viewer?.gym.name ?? '')}
      </EmptyState>
    </main>
  );
}
