// Mail, call, copy the address: by icon, by key (C then E, P or A) and from the palette.
import { useActions } from '../../actions/useActions';
import { useText } from '../../i18n/text';
import { copyText } from '../../ui/copyText';
import { showToast } from '../../ui/toasts';
import type { ContactCard_MemberFragment } from './ContactCard.generated';
import { memberTexts } from './messages';

export function useContactActions({ fullName, contact }: ContactCard_MemberFragment) {
  const text = useText(memberTexts);
  const { email, phone, formattedAddress } = contact;
  const copyAddress = async () => {
    try {
      await copyText(`${fullName}\n${formattedAddress}`);
      showToast({ kind: 'success', text: text.addressCopied });
    } catch {
      showToast({ kind: 'error', text: text.copyFailed });
    }
  };
  const { group } = text;
  return useActions([
    {
      id: 'contact.email',
      label: text.email,
      group,
      icon: 'mail',
      shortcut: 'C E',
      disabledReason: email ? null : text.noEmail,
      run: () => go(`mailto:${email}`),
    },
    {
      id: 'contact.call',
      label: text.call,
      group,
      icon: 'phone',
      shortcut: 'C P',
      disabledReason: phone ? null : text.noPhone,
      run: () => go(`tel:${dialled(phone)}`),
    },
    {
      id: 'contact.address',
      label: text.copyAddress,
      group,
      icon: 'home',
      shortcut: 'C A',
      disabledReason: formattedAddress ? null : text.noAddress,
      run: () => void copyAddress(),
    },
  ]);
}

const go = (address: string) => {
  window.location.href = address;
};

/** Only what a telephone understands: a number that people wrote keeps its digits and a leading plus. */
export function dialled(phone: string | null): string {
  return (phone ?? '').replace(/(?!^\+)[^\d]/g, '');
}
