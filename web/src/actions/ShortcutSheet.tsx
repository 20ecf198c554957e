// The sheet behind "?": every shortcut of this page, and the switch for single keys.
import { useText } from '../i18n/text';
import { Dialog } from '../ui/Dialog';
import { Kbd } from '../ui/Kbd';
import { SegmentedControl } from '../ui/SegmentedControl';
import type { Action } from './Action';
import { actionTexts } from './messages';
import { setSingleKeys, useSingleKeys } from './preference';
import styles from './ShortcutSheet.module.css';
import { useCurrentActions } from './useActions';

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const text = useText(actionTexts);
  const isOn = useSingleKeys();
  const groups = Map.groupBy(
    useCurrentActions().filter((action) => action.shortcut),
    (action) => action.group,
  );
  return (
    <Dialog open title={text.title} onClose={onClose} size="medium">
      <div className={styles.preference}>
        <div>
          <p className={styles.strong}>{text.singleKeys}</p>
          <p className={styles.hint}>{text.singleKeysHint}</p>
        </div>
        <SegmentedControl
          label={text.singleKeys}
          value={isOn ? 'on' : 'off'}
          onChange={(value) => setSingleKeys(value === 'on')}
          options={[
            { value: 'on', label: text.on },
            { value: 'off', label: text.off },
          ]}
        />
      </div>
      {groups.size === 0 && <p className={styles.hint}>{text.none}</p>}
      {[...groups].map(([group, actions]) => (
        <Group key={group} title={group} actions={actions} />
      ))}
    </Dialog>
  );
}

function Group({ title, actions }: { title: string; actions: readonly Action[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.list}>
        {actions.map((action) => (
          <div key={action.id} className={styles.row}>
            <dt>{action.label}</dt>
            <dd>
              <Kbd keys={action.shortcut ?? ''} /> {action.alsoBy && <Kbd keys={action.alsoBy} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
