// The addresses of the dashboard. Every page is a bundle of its own; those below settings and
// payments are with their page: what they are made of is not loaded before it is opened.
import { Route, Routes } from 'react-router';
import { Layout } from './Layout';
import { Session } from './Session';
import { later } from '../ui/later';
import { laterPage } from './laterPage';

const SignIn = later(() => import('./pages/sign-in/Page'));
const Invitation = later(() => import('./pages/invitation/Page'));
const Dashboard = laterPage(() => import('./pages/dashboard/Page'));
const Calendar = laterPage(() => import('./pages/calendar/Page'));
const SessionPage = laterPage(() => import('./pages/session/Page'));
const Members = laterPage(() => import('./pages/members/Page'));
const MemberOverview = laterPage(() => import('./pages/member-overview/Page'));
const MandateForm = laterPage(() => import('./pages/mandate-form/Page'));
const Settings = laterPage(() => import('./pages/settings/Page'));
const Receipt = laterPage(() => import('./pages/receipt/Page'));
const Payments = laterPage(() => import('./pages/payments/Page'));
const NotFound = laterPage(() => import('./pages/not-found/Page'));

export function Router() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignIn />} />
      <Route path="/invitation" element={<Invitation />} />
      <Route
        element={
          <Session>
            <Layout />
          </Session>
        }
      >
        <Route index element={<Dashboard />} />
        <Route path="/calendar" element={<Calendar />} />
        <Route path="/sessions/:id" element={<SessionPage />} />
        <Route path="/members" element={<Members />} />
        <Route path="/members/:id" element={<MemberOverview />} />
        <Route path="/members/:id/mandate-form" element={<MandateForm />} />
        <Route path="/settings/*" element={<Settings />} />
        <Route path="/payments/*" element={<Payments />} />
        <Route path="/receipts/:ids" element={<Receipt />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
