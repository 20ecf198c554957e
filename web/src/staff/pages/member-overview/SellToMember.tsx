// Selling from the overview: the line is drawn at once and marked until the server has it; what must be paid at once goes on
// to its QR code.
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useReversible } from '../../../actions/useReversible';
import { whileSaving } from '../../../features/purchase/saving';
import { shopTexts } from '../../../features/shop/messages';
import { SellDialog, type PaymentMethod, type Product } from '../../../features/shop/SellDialog';
import { times } from '../../../format/money';
import { useFormat } from '../../../format/useFormat';
import { newId } from '../../../graphql/newId';
import { useErrorText } from '../../../graphql/useErrorText';
import { useText } from '../../../i18n/text';
import { Dialog } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/ErrorState';
import { useOpenAbout } from './useOpenAbout';
import { MemberOverviewDocument, type MemberOverviewQuery } from './MemberOverview.generated';
import { PurchaseShopItemDocument, UndoSaleDocument, type PurchaseShopItemMutation } from './SellToMember.generated';

type Member = NonNullable<MemberOverviewQuery['member']>;
type Buyer = Member & { purchaseMethod: PaymentMethod };

interface Sale {
  id: string;
  product: Product;
  quantity: number;
}

interface SellToMemberProps {
  member: Member;
  isStripeTest: boolean;
  onClose: () => void;
}

export function SellToMember({ member, isStripeTest, onClose }: SellToMemberProps) {
  const { purchaseMethod } = member;
  if (!purchaseMethod) return <MethodUnknown buyer={member.firstName} onClose={onClose} />;
  return (
    <Sell
      member={{ ...member, purchaseMethod }}
      isTest={isStripeTest && purchaseMethod !== 'ACCOUNT'}
      onClose={onClose}
    />
  );
}

/** Nobody is sold anything without knowing how it will be paid. */
function MethodUnknown({ buyer, onClose }: { buyer: string; onClose: () => void }) {
  const text = useText(shopTexts);
  const client = useApolloClient();
  return (
    <Dialog open title={text.title(buyer)} onClose={onClose}>
      <ErrorState
        message={text.methodUnknown}
        onRetry={() => void client.refetchQueries({ include: [MemberOverviewDocument] })}
      />
    </Dialog>
  );
}

function Sell({ member, isTest, onClose }: { member: Buyer; isTest: boolean; onClose: () => void }) {
  const method = member.purchaseMethod;
  const sellOnAccount = useSaleOnAccount(member);
  const sellByCheckout = useSaleByCheckout(member);
  const sell = (product: Product, quantity: number) => {
    const sale = { id: newId(), product, quantity };
    if (method === 'STRIPE_CHECKOUT') return void sellByCheckout.sell(sale);
    onClose();
    void sellOnAccount(sale);
  };
  return (
    <SellDialog
      buyer={member.firstName}
      method={method}
      isTest={isTest}
      isBusy={sellByCheckout.isBusy}
      error={sellByCheckout.error}
      onSell={sell}
      onClose={onClose}
    />
  );
}

const variablesOf = (memberId: string, { id, product, quantity }: Sale) => ({
  input: { id, memberId, shopItemId: product.id, quantity, totalCents: times(product.price, quantity).amountCents },
});

/** Drawn at once, taken back visibly when it fails; trying again sends the same sale. */
function useSaleOnAccount(member: Buyer) {
  const client = useApolloClient();
  const text = useText(shopTexts);
  const format = useFormat();
  const act = useReversible();
  const openAbout = useOpenAbout();
  const method = member.purchaseMethod;
  return async (sale: Sale) => {
    const { id, product, quantity } = sale;
    const what = text.times(quantity, product.name);
    const run = async () => {
      const work = client.mutate({
        mutation: PurchaseShopItemDocument,
        variables: variablesOf(member.id, sale),
        optimisticResponse: drawn(member, sale),
      });
      const { data } = await whileSaving(id, work);
      // The member's subscription at Stripe may have ended a moment ago.
      if (data?.purchaseShopItem.purchase.paymentMethod === 'STRIPE_CHECKOUT') openAbout('checkout', id);
    };
    await act({
      run,
      undo: () => client.mutate({ mutation: UndoSaleDocument, variables: { input: { id } } }),
      done: text.sold(what, format.money(times(product.price, quantity)), text.how[method]),
      failed: text.notSold(what),
    });
  };
}

/** What the server will most likely answer; amounts that would have to be added up stay as they are until it has. */
function drawn(member: Buyer, { id, product, quantity }: Sale): PurchaseShopItemMutation {
  const line = {
    __typename: 'Purchase' as const,
    id,
    kind: 'SHOP' as const,
    description: product.name,
    quantity,
    total: { __typename: 'Money' as const, ...times(product.price, quantity) },
    purchasedAt: new Date().toISOString(),
    status: 'OPEN' as const,
    statusReason: null,
    paymentMethod: member.purchaseMethod,
  };
  const { purchases } = member;
  const nodes = purchases && [line, ...purchases.nodes.filter((other) => other.id !== id)];
  return {
    purchaseShopItem: {
      __typename: 'PurchasePayload',
      purchase: line,
      member: { ...member, purchases: purchases && nodes && { ...purchases, nodes } },
    },
  };
}

/** Nothing is shown as sold before the member can pay for it. */
function useSaleByCheckout(member: Buyer) {
  const client = useApolloClient();
  const sentence = useErrorText();
  const openAbout = useOpenAbout();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // Pressed again after a failure it is the same sale: the server may have kept the first.
  const last = useRef<Sale | null>(null);
  const sell = async (asked: Sale) => {
    const isAgain = last.current?.product.id === asked.product.id && last.current.quantity === asked.quantity;
    const sale = isAgain && last.current ? last.current : asked;
    last.current = sale;
    setBusy(true);
    setError(null);
    try {
      await client.mutate({ mutation: PurchaseShopItemDocument, variables: variablesOf(member.id, sale) });
      openAbout('checkout', sale.id);
    } catch (reason) {
      setError(sentence(reason));
    }
    setBusy(false);
  };
  return { sell, isBusy, error };
}
