// What opens over the dashboard, by its name in the address. Loaded when the first one is opened.
import { useState } from 'react';
import AssignChecklistDialog from '../../../features/checklist/AssignChecklistDialog';
import { MemberField } from '../../../features/member-search/MemberField';
import ScheduleDialog from '../../../features/notification/ScheduleDialog';
import { useText } from '../../../i18n/text';
import { Dialog } from '../../../ui/Dialog';
import { dashboardTexts } from './messages';

interface About {
  id: string;
  fullName: string;
}

interface DialogsProps {
  dialog: string;
  onClose: () => void;
  onChanged: () => void;
}

export default function Dialogs({ dialog, onClose, onChanged }: DialogsProps) {
  const text = useText(dashboardTexts);
  const [about, setAbout] = useState<About | null>(null);
  if (dialog !== 'reminder' && dialog !== 'checklist') return null;
  if (!about)
    return (
      <Dialog open title={dialog === 'reminder' ? text.reminder : text.assign} onClose={onClose}>
        <MemberField value={null} onChange={setAbout} />
      </Dialog>
    );
  if (dialog === 'checklist') return <AssignChecklistDialog member={about} onAssigned={onChanged} onClose={onClose} />;
  return (
    <ScheduleDialog
      member={about}
      memberField={(value, change) => <MemberField value={value} onChange={change} />}
      onClose={onClose}
    />
  );
}
