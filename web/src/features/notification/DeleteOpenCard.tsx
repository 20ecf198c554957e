// Deletes all notifications that are open: counted, asked, and those of staff only when chosen.
import { useState } from 'react';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Checkbox } from '../../ui/CheckGroup';
import { SkeletonLines } from '../../ui/Skeleton';
import { OpenNotificationCountsDocument } from './DeleteOpen.generated';
import { DeleteOpenDialog } from './DeleteOpenDialog';
import { deleteTexts } from './deleteTexts';
import styles from './NotificationCard.module.css';
import { useQuery } from '../../graphql/useQuery';

export function DeleteOpenCard({ onDeleted }: { onDeleted: () => void }) {
  const text = useText(deleteTexts);
  const { data, refetch } = useQuery(OpenNotificationCountsDocument, { fetchPolicy: 'cache-and-network' });
  const [includeCustom, setIncludeCustom] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const counts = data?.openNotificationCounts;
  const count = counts ? counts.automaticCount + (includeCustom ? counts.customCount : 0) : 0;
  const refresh = async () => {
    await refetch();
    onDeleted();
  };
  return (
    <Card title={text.title} settings="deleteOpen">
      {!counts && <SkeletonLines lines={3} />}
      {counts && (
        <div className={styles.form}>
          <p className={styles.hint}>{text.hint}</p>
          <p>{text.open(counts.automaticCount, counts.customCount)}</p>
          <Checkbox label={text.includeCustom} value={includeCustom} onChange={setIncludeCustom} />
          <div>
            <Button icon="trash" disabledReason={count === 0 ? text.none : null} onClick={() => setAsking(true)}>
              {text.ask}
            </Button>
          </div>
        </div>
      )}
      {isAsking && (
        <DeleteOpenDialog
          count={count}
          includeCustom={includeCustom}
          onChanged={() => void refetch()}
          onDeleted={() => void refresh()}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
