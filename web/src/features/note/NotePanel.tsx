// All notes of a member, latest first; the author or an admin may retract one.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { IconButton } from '../../ui/IconButton';
import { MoreButton } from '../../ui/MoreButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { noteTexts } from './messages';
import {
  NotesDocument,
  RestoreNoteDocument,
  RetractNoteDocument,
  type NoteCard_NoteFragment,
} from './NoteCard.generated';
import styles from './NoteCard.module.css';
import { NoteText } from './NoteText';
import { noteWritingTexts } from './writingTexts';

export default function NotePanel({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText(noteTexts);
  const writing = useText(noteWritingTexts);
  const sentence = useErrorText();
  const { data, error, refetch, fetchMore } = useQuery(NotesDocument, {
    variables: { id: memberId },
    fetchPolicy: 'cache-and-network',
  });
  const retract = useRetract();
  const notes = data?.member?.notes;
  // A note retracted a moment ago stays in the list it was read with, out of sight, so that undo shows it again.
  const kept = notes?.nodes.filter((note) => !note.isRetracted);
  return (
    <SidePanel open title={text.all} onClose={onClose}>
      {error && !notes && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!notes && !error && <SkeletonLines lines={8} />}
      {kept?.length === 0 && (
        <EmptyState icon="note" title={text.none}>
          {text.noneHint}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {kept?.map((note) => (
          <li key={note.id}>
            <NoteText
              note={note}
              action={
                <IconButton
                  icon="trash"
                  label={writing.retract}
                  disabledReason={note.permissions.includes('RETRACT') ? null : writing.onlyAuthor}
                  onClick={() => retract(note)}
                />
              }
            />
          </li>
        ))}
      </ul>
      {notes && (
        <MoreButton
          shown={notes.nodes.length}
          connection={notes}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      )}
    </SidePanel>
  );
}

function useRetract() {
  const client = useApolloClient();
  const writing = useText(noteWritingTexts);
  const act = useReversible();
  return (note: NoteCard_NoteFragment) => {
    const variables = { input: { id: note.id } };
    void act({
      run: () => client.mutate({ mutation: RetractNoteDocument, variables }),
      undo: () => client.mutate({ mutation: RestoreNoteDocument, variables }),
      done: writing.retracted,
      failed: writing.retractFailed,
    });
  };
}
