import { registerEnumType } from 'type-graphql';

export enum PayWith {
  SUBSCRIPTION = 'SUBSCRIPTION',
  SINGLE_SESSION = 'SINGLE_SESSION',
}
registerEnumType(PayWith, {
  name: 'PayWith',
  description: 'SINGLE_SESSION buys one session at the price of its type.',
});
