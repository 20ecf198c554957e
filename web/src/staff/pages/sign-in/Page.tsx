// The staff's door. Afterwards one stands where one wanted to go.
import { useApolloClient } from '@apollo/client/react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { SignInForm } from '../../../features/account/SignInForm';
import { useText } from '../../../i18n/text';
import { Doorway } from '../../../ui/Doorway';
import { InlineMessage } from '../../../ui/InlineMessage';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { SessionDocument } from '../../Session.generated';
import { usePageTitle } from '../../usePageTitle';
import { signInTexts } from './messages';
import { safeReturnTo } from './returnTo';
import { SignInDocument } from './SignIn.generated';
import styles from './SignIn.module.css';
import { useQuery } from '../../../graphql/useQuery';

export default function SignInPage() {
  const text = useText(signInTexts);
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data } = useQuery(SessionDocument, { fetchPolicy: 'cache-only' });
  const returnTo = safeReturnTo(search.get('returnTo'));
  usePageTitle(text.title);

  if (data?.viewer) return <Navigate replace to={returnTo} />;

  const signIn = async (input: { email: string; password: string }) => {
    const result = await client.mutate({ mutation: SignInDocument, variables: { input } });
    client.writeQuery({ query: SessionDocument, data: { viewer: result.data?.signIn.viewer ?? null } });
    void navigate(returnTo, { replace: true });
  };
  return (
    <Doorway
      title="Spotter"
      subtitle={text.subtitle}
      footer={
        <>
          <LanguageSwitch />
          <a href="/app" className={styles.member}>
            {text.member}
          </a>
        </>
      }
    >
      <div className={styles.content}>
        {returnTo !== '/' && <InlineMessage>{text.signedOut}</InlineMessage>}
        <SignInForm signIn={signIn} />
      </div>
    </Doorway>
  );
}
