// Puts objects in the place of their ids, where `expand[]` asks for it: `payments`, `data.customer`, `latest_charge.refunds`.
import { badParameter } from './api-error.ts';
import { listOf } from './lists.ts';
import type { Shelf } from './shelf.ts';

type Json = Record<string, unknown>;

/** What is only there when asked for. */
const included: Record<string, Record<string, (shelf: Shelf, id: string) => unknown>> = {
  'checkout.session': {
    line_items: (shelf, id) => listOf(shelf.hidden(id).lineItems ?? [], `/v1/checkout/sessions/${id}/line_items`),
  },
  invoice: {
    payments: (shelf, id) =>
      listOf(
        shelf.all('invoice_payment').filter(({ invoice }) => invoice === id),
        `/v1/invoice_payments?invoice=${id}`,
      ),
  },
  charge: {
    refunds: (shelf, id) =>
      listOf(
        shelf.all('refund').filter(({ charge }) => charge === id),
        `/v1/charges/${id}/refunds`,
      ),
  },
  customer: {
    subscriptions: (shelf, id) =>
      listOf(
        shelf.all('subscription').filter(({ customer, status }) => customer === id && status !== 'canceled'),
        `/v1/customers/${id}/subscriptions`,
      ),
  },
};

/** A copy: what lies on the shelf keeps its ids. */
export function expanded(shelf: Shelf, answer: object, paths: string[]): object {
  const copy = structuredClone(answer) as Json;
  for (const path of paths) expandPath(shelf, copy, path.split('.'), path);
  return copy;
}

function expandPath(shelf: Shelf, target: unknown, [step, ...rest]: string[], path: string): void {
  if (step === undefined || target === null || target === undefined) return;
  if (Array.isArray(target)) {
    for (const item of target) expandPath(shelf, item, [step, ...rest], path);
    return;
  }
  const object = target as Json;
  const include = included[String(object['object'])]?.[step];
  if (object[step] === undefined && include) object[step] = structuredClone(include(shelf, String(object['id'])));
  const value = object[step];
  if (typeof value === 'string') object[step] = structuredClone(findById(shelf, value)) ?? refuse(path);
  else if (value === undefined) refuse(path);
  expandPath(shelf, object[step], rest, path);
}

function refuse(path: string): never {
  throw badParameter(`This property cannot be expanded (${path}).`, 'parameter_invalid_string', 'expand');
}

function findById(shelf: Shelf, id: string): object | undefined {
  return shelf.everything().find((object) => object.id === id && object.object !== 'hidden');
}
