// Every path we answer, from the resources, and how one is found.
import type { Route } from './route.ts';
import { accountRoutes } from './resources/accounts.ts';
import { checkoutRoutes } from './resources/checkout-sessions.ts';
import { customerRoutes } from './resources/customers.ts';
import { invoiceItemRoutes } from './resources/invoice-items.ts';
import { invoiceRoutes } from './resources/invoices.ts';
import { paymentMethodRoutes } from './resources/payment-methods.ts';
import { paymentRoutes } from './resources/payments.ts';
import { portalRoutes } from './resources/portal-sessions.ts';
import { productRoutes } from './resources/prices.ts';
import { subscriptionRoutes } from './resources/subscriptions.ts';
import { webhookRoutes } from './resources/webhook-endpoints.ts';

export const routes: Route[] = [
  ...accountRoutes,
  ...checkoutRoutes,
  ...customerRoutes,
  ...invoiceItemRoutes,
  ...invoiceRoutes,
  ...paymentMethodRoutes,
  ...paymentRoutes,
  ...portalRoutes,
  ...productRoutes,
  ...subscriptionRoutes,
  ...webhookRoutes,
];

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(':id', '([^/]+)')}$`),
}));

export function findRoute(method: string, path: string): { run: Route['run']; id: string } | null {
  for (const { route, pattern } of patterns) {
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { run: route.run, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}
