// How to reach the member. Staff read it; the member keeps it.
import { ActionIconButton } from '../../actions/ActionButton';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { IconLink } from '../../ui/IconButton';
import type { ContactCard_MemberFragment } from './ContactCard.generated';
import styles from './ContactCard.module.css';
import { memberTexts } from './messages';
import { dialled, useContactActions } from './useContactActions';

export function ContactCard({ member }: { member: ContactCard_MemberFragment }) {
  const text = useText(memberTexts);
  const format = useFormat();
  const [mail, call, copy] = useContactActions(member);
  const { email, phone, formattedAddress } = member.contact;
  return (
    <Card
      title={text.contact}
      actions={
        <>
          {email ? (
            <IconLink icon="mail" label={text.email} href={`mailto:${email}`} shortcut="C E" />
          ) : (
            <ActionIconButton action={mail} />
          )}
          {phone ? (
            <IconLink icon="phone" label={text.call} href={`tel:${dialled(phone)}`} shortcut="C P" />
          ) : (
            <ActionIconButton action={call} />
          )}
          <ActionIconButton action={copy} />
        </>
      }
    >
      <div className={styles.lines}>
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {phone && <a href={`tel:${dialled(phone)}`}>{phone}</a>}
        {formattedAddress && <address className={styles.address}>{formattedAddress}</address>}
        {!email && !phone && !formattedAddress && <span>{text.nothing}</span>}
      </div>
      <dl className={styles.facts}>
        {member.birthDate && (
          <div>
            <dt>{text.born}</dt>
            <dd>{format.day(member.birthDate)}</dd>
          </div>
        )}
        <div>
          <dt>{text.joined}</dt>
          <dd>{format.day(member.joinedOn)}</dd>
        </div>
      </dl>
      <p className={styles.hint}>{text.keptByMember}</p>
    </Card>
  );
}
