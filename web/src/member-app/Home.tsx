// Who you are and where you train. Booking, subscription and results get their place here later.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { MessageCard } from '../features/member-message/MessageCard';
import { useFormat } from '../format/useFormat';
import { useErrorText } from '../graphql/useErrorText';
import { useText } from '../i18n/text';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { InlineMessage } from '../ui/InlineMessage';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { Logo } from '../ui/Logo';
import { showToast } from '../ui/toasts';
import { MemberSignOutDocument, type MemberHome_ViewerFragment } from './Home.generated';
import styles from './MemberApp.module.css';
import { memberAppTexts } from './messages';
import { later } from '../ui/later';

const ChangePassword = later(() =>
  import('../features/account/ChangePasswordDialog').then((module) => ({ default: module.ChangePasswordDialog })),
);

export default function Home({ viewer }: { viewer: MemberHome_ViewerFragment }) {
  const text = useText(memberAppTexts);
  const format = useFormat();
  const signOut = useSignOut();
  const [isChangingPassword, setChangingPassword] = useState(false);
  const { gym, member, employee } = viewer;
  return (
    <>
      <header className={styles.header}>
        <Logo />
        <span className={styles.gym}>{gym.name}</span>
        <Button icon="signOut" variant="quiet" onClick={() => void signOut()}>
          {text.signOut}
        </Button>
      </header>
      <main className={styles.page}>
        <h1>{text.hello(member?.firstName ?? employee?.fullName ?? '')}</h1>
        {!member && (
          <InlineMessage action={<a href="/">{text.toDashboard}</a>}>{text.staffNote(gym.name)}</InlineMessage>
        )}
        {member && (
          <Card>
            <dl className={styles.facts}>
              <Fact label={text.gym} value={gym.name} />
              <Fact label={text.memberNumber} value={String(member.memberNumber)} />
              <Fact label={text.memberSince} value={format.day(member.joinedOn)} />
              <Fact label={text.email} value={member.contact.email ?? text.unknown} />
            </dl>
          </Card>
        )}
        {member && <MessageCard messages={member.messages?.nodes} />}
        <Card title={text.followsTitle}>
          <p>{text.follows}</p>
        </Card>
        <Button icon="key" onClick={() => setChangingPassword(true)}>
          {text.changePassword}
        </Button>
        <LanguageSwitch />
        {isChangingPassword && <ChangePassword onClose={() => setChangingPassword(false)} />}
      </main>
    </>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function useSignOut() {
  const client = useApolloClient();
  const sentence = useErrorText();
  return async () => {
    try {
      await client.mutate({ mutation: MemberSignOutDocument });
      window.location.assign('/app');
    } catch (error) {
      showToast({ kind: 'error', text: sentence(error) });
    }
  };
}
