// The payments of a gym, for Admins: SEPA batches and revenue, one beside the other. Who is signed in comes with the page
// below.
import { NavLink, Route, Routes } from 'react-router';
import { batchTexts } from '../../../features/payment-batch/messages';
import { useText } from '../../../i18n/text';
import { classes } from '../../../ui/classes';
import { EmptyState } from '../../../ui/EmptyState';
import { useViewer } from '../../session';
import styles from './Payments.module.css';
import { laterPage } from '../../laterPage';

const Batches = laterPage(() => import('./BatchesPage'));
const NewBatch = laterPage(() => import('./NewBatchPage'));
const Batch = laterPage(() => import('./BatchPage'));
const Revenue = laterPage(() => import('../payments-revenue/Page'));
const NotFound = laterPage(() => import('../not-found/Page'));

export default function PaymentsPage() {
  const text = useText(batchTexts);
  const viewer = useViewer();
  const link = ({ isActive }: { isActive: boolean }) => classes(styles.tab, isActive && styles.active);
  if (viewer && !viewer.permissions.includes('MANAGE_PAYMENTS')) {
    return (
      <EmptyState isPage icon="key" title={text.adminsOnly}>
        {text.adminsOnlyHint}
      </EmptyState>
    );
  }
  return (
    <>
      <nav aria-label={text.payments} className={styles.tabs}>
        <NavLink to="/payments" end className={link}>
          {text.tabs.batches}
        </NavLink>
        <NavLink to="/payments/revenue" className={link}>
          {text.tabs.revenue}
        </NavLink>
      </nav>
      <Routes>
        <Route index element={<Batches />} />
        <Route path="new" element={<NewBatch />} />
        <Route path="revenue" element={<Revenue />} />
        <Route path=":id" element={<Batch />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
