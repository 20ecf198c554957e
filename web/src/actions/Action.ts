// One thing somebody can do. Buttons, menus, the command palette and the sheet of shortcuts are all drawn from these.
import type { IconName } from '../ui/Icon';

export interface Action {
  /** Unique in the page, e.g. "note.add". */
  id: string;
  label: string;
  /** For places too narrow for the label, e.g. the bar at the thumb. */
  shortLabel?: string;
  /** Heading in the palette and the sheet of shortcuts. */
  group: string;
  icon?: IconName;
  /** "N", "C E" (one key after the other), "Mod+K", "?" … */
  shortcut?: string;
  /** A second key that does the same. */
  alsoBy?: string;
  /** Name of the permission it takes; refused with a reason when it is not granted. */
  permission?: string;
  /** Whether it makes sense now; false leaves it out of the palette and switches its key off. */
  when?: boolean;
  /** Why it cannot be done now, although it makes sense. Shown instead of doing it. */
  disabledReason?: string | null;
  /** Also fires while typing (only for combinations with Mod). */
  isAllowedWhileTyping?: boolean;
  /** Words that find it in the palette besides its label. */
  keywords?: string;
  run: () => void;
  /** Takes it back, where the action itself offers no toast to do so. */
  undo?: () => void;
}
