// The member's door.
import { useApolloClient } from '@apollo/client/react';
import { SignInForm } from '../features/account/SignInForm';
import { useText } from '../i18n/text';
import { Doorway } from '../ui/Doorway';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { MemberHomeDocument, MemberSignInDocument } from './Home.generated';
import styles from './MemberApp.module.css';
import { memberAppTexts } from './messages';

export default function Door() {
  const text = useText(memberAppTexts);
  const client = useApolloClient();
  const signIn = async (input: { email: string; password: string }) => {
    const { data } = await client.mutate({ mutation: MemberSignInDocument, variables: { input } });
    client.writeQuery({ query: MemberHomeDocument, data: { viewer: data?.signIn.viewer ?? null } });
  };
  return (
    <Doorway
      title={text.title}
      subtitle={text.subtitle}
      footer={
        <>
          <LanguageSwitch />
          <a href="/sign-in" className={styles.staff}>
            {text.staff}
          </a>
        </>
      }
    >
      <SignInForm signIn={signIn} />
    </Doorway>
  );
}
