// The addresses of the dashboard. Every page is a bundle of its own; those below settings and
// payments are with their page: what they are made of is not loaded before it is opened.
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Layout } from './Layout';
import { Session } from './Session';

const SignIn = lazy(() => import('./pages/sign-in/Page'));
const Invitation = lazy(() => import('./pages/invitation/Page'));
const Dashboard = lazy(() => import('./pages/dashboard/Page'));
const Calendar = lazy(() => import('./pages/calendar/Page'));
const SessionPage = lazy(() => import('./pages/session/Page'));
const Members = lazy(() => import('./pages/members/Page'));
const MemberOverview = lazy(() => import('./pages/member-overview/Page'));
const MandateForm = lazy(() => import('./pages/mandate-form/Page'));
const Settings = lazy(() => import('./pages/settings/Page'));
const Receipt = lazy(() => import('./pages/receipt/Page'));
const Payments = lazy(() => import('./pages/payments/Page'));
const NotFound = lazy(() => import('./pages/not-found/Page'));

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
