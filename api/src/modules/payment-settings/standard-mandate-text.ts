// The text of the SEPA core mandate as the European Payments Council words it: what is signed unless the gym has its own.

const dutch = `Door ondertekening van dit formulier geeft u toestemming aan {creditor} om doorlopend incasso-opdrachten te sturen naar uw bank om een bedrag van uw rekening af te schrijven en aan uw bank om doorlopend een bedrag van uw rekening af te schrijven overeenkomstig de opdracht van {creditor}.

Als u het niet eens bent met deze afschrijving kunt u deze laten terugboeken. Neem hiervoor binnen acht weken na afschrijving contact op met uw bank. Vraag uw bank naar de voorwaarden.`;

const english = `By signing this mandate form, you authorise {creditor} to send recurrent instructions to your bank to debit your account, and your bank to debit your account on a recurrent basis in accordance with the instructions from {creditor}.

As part of your rights, you are entitled to a refund from your bank under the terms and conditions of your agreement with your bank. A refund must be claimed within eight weeks starting from the date on which your account was debited.`;

/** `{creditor}` stands for the gym's name. */
export const standardMandateText = (locale: string): string => (locale === 'nl' ? dutch : english);
