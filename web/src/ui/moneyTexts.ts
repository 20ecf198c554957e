// Why an amount that was typed cannot be taken. Apart from the other words of components: only forms with money need them.
import { defineTexts } from '../i18n/text';

export const moneyTexts = defineTexts({
  en: {
    NO_AMOUNT: 'Type an amount, like 12.50.',
    NEGATIVE: 'An amount below zero is not possible here.',
    TOO_LARGE: (most: string) => `This is too much: ${most} at most.`,
  },
  nl: {
    NO_AMOUNT: 'Typ een bedrag, zoals 12,50.',
    NEGATIVE: 'Een bedrag onder nul kan hier niet.',
    TOO_LARGE: (most: string) => `Dit is te veel: hoogstens ${most}.`,
  },
});
