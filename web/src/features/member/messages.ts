// The words of who a member is and how to reach them.
import { defineTexts } from '../../i18n/text';

export const memberTexts = defineTexts({
  en: {
    contact: 'Contact',
    email: 'E-mail',
    call: 'Call',
    copyAddress: 'Copy the address',
    addressCopied: 'The address is on the clipboard.',
    copyFailed: 'The browser did not allow copying. Select the address and copy it by hand.',
    noEmail: 'The member gave no e-mail address.',
    noPhone: 'The member gave no phone number.',
    noAddress: 'The member gave no address.',
    born: 'Born',
    joined: 'Member since',
    keptByMember: 'The member keeps these details in their own app.',
    nothing: 'No contact details.',
    group: 'This member',
  },
  nl: {
    contact: 'Contact',
    email: 'E-mailen',
    call: 'Bellen',
    copyAddress: 'Adres kopiëren',
    addressCopied: 'Het adres staat op het klembord.',
    copyFailed: 'De browser stond kopiëren niet toe. Selecteer het adres en kopieer het zelf.',
    noEmail: 'Het lid gaf geen e-mailadres op.',
    noPhone: 'Het lid gaf geen telefoonnummer op.',
    noAddress: 'Het lid gaf geen adres op.',
    born: 'Geboren',
    joined: 'Lid sinds',
    keptByMember: 'Het lid houdt deze gegevens zelf bij in de eigen app.',
    nothing: 'Geen contactgegevens.',
    group: 'Dit lid',
  },
});
