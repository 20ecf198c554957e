// What the gym told the member, the latest first; opening one says that it was read.
import { useApolloClient } from '@apollo/client/react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { classes } from '../../ui/classes';
import { showToast } from '../../ui/toasts';
import { MarkMessageReadDocument, type MessageCard_MessageFragment } from './MessageCard.generated';
import styles from './MessageCard.module.css';
import { memberMessageTexts } from './messages';

export function MessageCard({ messages }: { messages: readonly MessageCard_MessageFragment[] | undefined }) {
  const text = useText(memberMessageTexts);
  return (
    <Card title={text.title} isFlush>
      {!messages && <p className={styles.none}>{text.unavailable}</p>}
      {messages?.length === 0 && <p className={styles.none}>{text.none}</p>}
      {messages && messages.length > 0 && (
        <ul className={styles.list}>
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Message({ message }: { message: MessageCard_MessageFragment }) {
  const text = useText(memberMessageTexts);
  const format = useFormat();
  const markRead = useMarkRead();
  const isUnread = message.readAt === null;
  return (
    <li className={styles.message}>
      <details onToggle={(event) => event.currentTarget.open && isUnread && void markRead(message)}>
        <summary className={styles.summary}>
          <span className={classes(styles.subject, isUnread && styles.unread)}>{message.subject}</span>
          {isUnread && <Badge tone="info">{text.isNew}</Badge>}
          <time dateTime={message.createdAt} className={styles.when}>
            {format.dateTime(message.createdAt)}
          </time>
        </summary>
        <p className={styles.body}>{message.body}</p>
      </details>
    </li>
  );
}

function useMarkRead() {
  const client = useApolloClient();
  const text = useText(memberMessageTexts);
  return async ({ id }: MessageCard_MessageFragment) => {
    try {
      await client.mutate({
        mutation: MarkMessageReadDocument,
        variables: { input: { id } },
        optimisticResponse: {
          markMessageRead: {
            __typename: 'MemberMessagePayload',
            message: { __typename: 'MemberMessage', id, readAt: new Date().toISOString() },
          },
        },
      });
    } catch {
      showToast({ kind: 'error', text: text.failed });
    }
  };
}
