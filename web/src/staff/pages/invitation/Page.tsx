// The door of who was invited to work here: the link holds its secret behind the #, which no server is sent.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { AcceptForm } from '../../../features/role/AcceptForm';
import { acceptTexts } from '../../../features/role/acceptTexts';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Doorway } from '../../../ui/Doorway';
import { ErrorState } from '../../../ui/ErrorState';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { SkeletonLines } from '../../../ui/Skeleton';
import { SessionDocument } from '../../Session.generated';
import { usePageTitle } from '../../usePageTitle';
import { AcceptInvitationDocument, InvitationPageDocument } from './InvitationPage.generated';

export default function InvitationPage() {
  const text = useText(acceptTexts);
  const sentence = useErrorText();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [secret] = useState(() => window.location.hash.slice(1));
  const { data, error, refetch } = useQuery(InvitationPageDocument, {
    variables: { secret },
    fetchPolicy: 'network-only',
  });
  usePageTitle(text.title);
  const accept = async (password: string) => {
    const result = await client.mutate({
      mutation: AcceptInvitationDocument,
      variables: { input: { secret, password } },
    });
    // Whoever was signed in here before: nothing of theirs is kept.
    await client.clearStore();
    client.writeQuery({
      query: SessionDocument,
      data: { viewer: result.data?.acceptEmployeeInvitation.viewer ?? null },
    });
    void navigate('/', { replace: true });
  };
  if (!data) {
    return (
      <Doorway key="coming" title={text.title} footer={<LanguageSwitch />}>
        {error ? <ErrorState message={sentence(error)} onRetry={() => void refetch()} /> : <SkeletonLines lines={4} />}
      </Doorway>
    );
  }
  const invitation = data.invitationBehindLink;
  // Keys of their own: the page in the middle is another one, not the same that moves.
  if (!invitation) {
    return (
      <Doorway key="gone" title={text.goneTitle} subtitle={text.gone} footer={<LanguageSwitch />}>
        <Link to="/sign-in">{text.signIn}</Link>
      </Doorway>
    );
  }
  return (
    <Doorway
      key="form"
      title={text.welcome(invitation.firstName)}
      subtitle={`${invitation.gymName} ${text.invites[invitation.role]}`}
      footer={<LanguageSwitch />}
    >
      <AcceptForm email={invitation.email} hasAccount={invitation.hasAccount} accept={accept} />
    </Doorway>
  );
}
