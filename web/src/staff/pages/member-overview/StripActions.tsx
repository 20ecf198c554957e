// The buttons of the strip: what is done most in words, everything else behind "more".
import { actionMenuItem, ActionButton } from '../../../actions/ActionButton';
import type { Action } from '../../../actions/Action';
import { useText } from '../../../i18n/text';
import { IconButton } from '../../../ui/IconButton';
import { Menu } from '../../../ui/Menu';
import { overviewTexts } from './messages';

export function StripActions({ main, more }: { main: readonly Action[]; more: readonly Action[] }) {
  const text = useText(overviewTexts);
  return (
    <>
      {main.map((action) => (
        <ActionButton key={action.id} action={{ ...action, label: action.shortLabel ?? action.label }} />
      ))}
      <Menu
        label={text.more}
        alignment="end"
        sections={[{ items: more.map(actionMenuItem) }]}
        trigger={(props) => <IconButton {...props} icon="more" label={text.more} variant="secondary" />}
      />
    </>
  );
}
