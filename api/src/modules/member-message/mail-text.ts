// A message as an e-mail: what it says, and under it who sends it. Pure.
import type { Mail } from '../../adapters/mail/open-mail.ts';

export interface MailRow {
  id: string;
  subject: string;
  body: string;
  email: string;
  fullName: string;
  gymName: string;
  gymEmail: string | null;
  gymPhone: string | null;
  gymWebsite: string | null;
  gymAddress: string | null;
  /** Of the gym, as the message is. */
  locale: 'nl' | 'en';
}

const whys = {
  nl: (gym: string) => `Je krijgt dit omdat je lid bent van ${gym}. Het staat ook in de ledenapp.`,
  en: (gym: string) => `You get this as a member of ${gym}. It is in the member app too.`,
};

export function mailOf(row: MailRow): Mail {
  const { gymName, gymEmail, gymPhone, gymWebsite, gymAddress, locale } = row;
  const sender = [gymName, gymAddress, gymPhone, gymEmail, gymWebsite].filter(Boolean).join('\n');
  return {
    id: row.id,
    fromName: gymName,
    replyTo: gymEmail,
    to: { name: row.fullName, address: row.email },
    subject: row.subject,
    text: `${row.body}\n\n-- \n${sender}\n\n${whys[locale](gymName)}\n`,
  };
}
