// Invoices and their payments, to look at and to try again.
import { ApiError, badParameter, invalid } from '../api-error.ts';
import { page } from '../lists.ts';
import { refusalOf } from '../money/cards.ts';
import { linesOf } from '../money/invoice-sums.ts';
import { collect, intentOf, subscriptionOf, voidInvoice } from '../money/invoices.ts';
import { get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';

type Invoice = Kinds['invoice'];

function pay({ world, shelf, params, id }: ApiCall): Invoice {
  const methodId = params.text('payment_method');
  params.refuseUnknown();
  const invoice = shelf.need('invoice', id);
  if (invoice.status === 'paid') throw invalid('Invoice is already paid', { code: 'invoice_already_paid' });
  if (invoice.status !== 'open') throw invalid(`The invoice is ${invoice.status} and cannot be paid.`);
  if (collect(world, shelf, id, methodId ?? undefined) !== 'refused') return shelf.need('invoice', id);
  throw refusedPayment({ shelf }, id);
}

function voidIt({ world, shelf, params, id }: ApiCall): Invoice {
  params.refuseUnknown();
  return voidInvoice(world, shelf, shelf.need('invoice', id));
}

function refusedPayment({ shelf }: Pick<ApiCall, 'shelf'>, invoiceId: string): ApiError {
  const error = intentOf(shelf, invoiceId)?.last_payment_error;
  if (!error) return invalid('There is no payment method to collect the invoice with.', { code: 'resource_missing' });
  const { message } = refusalOf(error.decline_code ?? '');
  return new ApiError(402, 'card_error', message, {
    ...(error.charge && { charge: error.charge }),
    code: error.code ?? 'card_declined',
    decline_code: error.decline_code ?? 'generic_decline',
  });
}

function listPayments({ shelf, params }: ApiCall): object {
  const wanted = params.child('payment');
  const type = wanted?.choice('type', ['payment_intent']);
  const intent = wanted?.text('payment_intent');
  if (wanted && (!type || !intent))
    throw badParameter('Missing required param: payment[payment_intent].', 'parameter_missing', 'payment');
  const invoice = params.text('invoice');
  const found = shelf
    .all('invoice_payment')
    .filter((it) => (!intent || it.payment.payment_intent === intent) && (!invoice || it.invoice === invoice));
  const list = page(params, found, '/v1/invoice_payments');
  params.refuseUnknown();
  return list;
}

export const invoiceRoutes = [
  get('/v1/invoices', ({ shelf, params }) => {
    const [customer, subscription, status] = ['customer', 'subscription', 'status'].map((name) => params.text(name));
    const isWanted = (it: Invoice) =>
      (!customer || it.customer === customer) &&
      (!subscription || subscriptionOf(it) === subscription) &&
      (!status || it.status === status);
    const list = page(params, shelf.all('invoice').filter(isWanted), '/v1/invoices');
    params.refuseUnknown();
    return list;
  }),
  get('/v1/invoices/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('invoice', id);
  }),
  get('/v1/invoices/:id/lines', ({ shelf, params, id }) => {
    shelf.need('invoice', id);
    const list = page(params, linesOf(shelf, id), `/v1/invoices/${id}/lines`, false);
    params.refuseUnknown();
    return list;
  }),
  post('/v1/invoices/:id/pay', pay),
  post('/v1/invoices/:id/void', voidIt),
  get('/v1/invoice_payments', listPayments),
];
