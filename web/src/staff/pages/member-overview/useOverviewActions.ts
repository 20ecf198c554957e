// What can be done and opened from the overview: one list for buttons, the palette, keys and the bar at the thumb.
import { useActions } from '../../../actions/useActions';
import { purchaseTexts } from '../../../features/purchase/messages';
import { subscriptionTexts } from '../../../features/subscription/messages';
import { useText } from '../../../i18n/text';
import { useViewer } from '../../session';
import type { MemberOverviewQuery } from './MemberOverview.generated';
import { overviewTexts } from './messages';

type Member = NonNullable<MemberOverviewQuery['member']>;

interface Openers {
  panel: (name: string) => void;
  dialog: (name: string) => void;
  addNote: () => void;
}

export function useOverviewActions(member: Member, open: Openers) {
  const text = useText(overviewTexts);
  const isAdmin = useViewer()?.employee?.role === 'ADMIN';
  const isByStripe = member.paymentDetails?.collection === 'STRIPE';
  const { group } = text;
  const { purchase: purchaseLabel } = useText(purchaseTexts);
  const { edit: changeLabel } = useText(subscriptionTexts);
  const panel = (name: string) => () => open.panel(name);
  const dialog = (name: string) => () => open.dialog(name);
  const [
    tag,
    note,
    reminder,
    employee,
    checkup,
    checklist,
    attachment,
    history,
    results,
    purchases,
    notes,
    archive,
    purchase,
    change,
    mandate,
    healthViews,
  ] = useActions(
    [
      {
        id: 'tag.add',
        label: text.addTag,
        group,
        icon: 'tag',
        shortcut: 'T',
        permission: 'ADD_TAG',
        run: dialog('tag'),
      },
      {
        id: 'note.add',
        label: text.addNote,
        shortLabel: text.note,
        group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'ADD_NOTE',
        run: open.addNote,
      },
      {
        id: 'notification.schedule',
        label: text.reminder,
        shortLabel: text.reminderShort,
        group,
        icon: 'plus',
        shortcut: 'R',
        permission: 'SCHEDULE_NOTIFICATION',
        run: dialog('reminder'),
      },
      {
        id: 'employee.link',
        label: text.chooseEmployee,
        group,
        icon: 'pencil',
        shortcut: 'M',
        permission: 'LINK_EMPLOYEE',
        run: dialog('employee'),
      },
      {
        id: 'checkup.plan',
        label: member.nextCheckup ? text.moveCheckup : text.planCheckup,
        group,
        icon: 'pencil',
        shortcut: 'U',
        permission: 'PLAN_CHECKUP',
        run: dialog('checkup'),
      },
      {
        id: 'checklist.assign',
        label: text.assignChecklist,
        group,
        icon: 'plus',
        shortcut: 'C L',
        permission: 'ASSIGN_CHECKLIST',
        run: dialog('checklist'),
      },
      {
        id: 'attachment.add',
        label: text.addAttachment,
        group,
        icon: 'plus',
        shortcut: 'A',
        permission: 'ADD_ATTACHMENT',
        run: dialog('attachment'),
      },
      {
        id: 'panel.history',
        label: text.history,
        shortLabel: text.historyShort,
        group,
        icon: 'list',
        shortcut: 'V',
        run: panel('history'),
      },
      { id: 'panel.results', label: text.results, group, icon: 'list', shortcut: 'B', run: panel('results') },
      { id: 'panel.purchases', label: text.purchases, group, icon: 'list', shortcut: 'O', run: panel('purchases') },
      { id: 'panel.notes', label: text.notes, group, icon: 'list', shortcut: 'L', run: panel('notes') },
      { id: 'panel.archive', label: text.archive, group, icon: 'archive', shortcut: 'D', run: panel('notifications') },
      {
        id: 'purchase.add',
        label: purchaseLabel,
        group,
        icon: 'cart',
        shortcut: 'P',
        permission: 'PURCHASE',
        run: dialog('purchase'),
      },
      {
        id: 'subscription.change',
        label: changeLabel,
        group,
        icon: 'pencil',
        shortcut: 'S',
        permission: 'CHANGE_SUBSCRIPTION',
        run: dialog('subscription'),
      },
      {
        id: 'mandate.change',
        label: isByStripe ? text.byStripe : member.paymentDetails?.blockedBy ? text.enterMandate : text.changeMandate,
        group,
        icon: 'pencil',
        shortcut: 'I',
        permission: 'CHANGE_PAYMENT_DETAILS',
        run: dialog(isByStripe ? 'stripe' : 'mandate'),
      },
      {
        id: 'panel.healthViews',
        label: text.healthViews,
        group,
        icon: 'shield',
        when: isAdmin,
        run: panel('health-views'),
      },
    ],
    member.permissions,
  );
  return {
    tag,
    note,
    reminder,
    employee,
    checkup,
    checklist,
    attachment,
    history,
    results,
    purchases,
    notes,
    archive,
    purchase,
    change,
    mandate,
    healthViews: isAdmin ? healthViews : null,
  };
}
