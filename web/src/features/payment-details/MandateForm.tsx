// A mandate on paper, to be filled in and signed: what the law and the banks want to see on it.
import { useText } from '../../i18n/text';
import { mandateFormTexts } from './mandateFormTexts';
import styles from './MandateForm.module.css';

interface MandateFormProps {
  member: { fullName: string; memberNumber: number; contact: { formattedAddress: string | null } };
  creditor: { name: string; id: string };
  mandateText: { version: number; text: string };
}

export function MandateForm({ member, creditor, mandateText }: MandateFormProps) {
  const text = useText(mandateFormTexts);
  return (
    <article className={styles.form} aria-label={text.pageTitle(member.fullName)}>
      <h1 className={styles.title}>{text.title}</h1>
      <dl className={styles.facts}>
        <dt>{text.creditor}</dt>
        <dd>{creditor.name}</dd>
        <dt>{text.creditorId}</dt>
        <dd className="figures">{creditor.id}</dd>
        <dt>{text.reference}</dt>
        <dd className={styles.muted}>{text.referenceHint}</dd>
        <dt>{text.kind}</dt>
        <dd>{text.recurrent}</dd>
      </dl>
      <p className={styles.text}>{mandateText.text.replaceAll('{creditor}', creditor.name)}</p>
      <h2 className={styles.subtitle}>{text.debtor}</h2>
      <p>
        {member.fullName}
        <span className={styles.lines}>{member.contact.formattedAddress}</span>
        <span className={styles.muted}>{text.member(member.memberNumber)}</span>
      </p>
      {[text.holder, text.iban, text.place, text.signature].map((label) => (
        <div key={label} className={label === text.signature ? styles.signature : styles.line}>
          {label}
        </div>
      ))}
      <footer className={styles.muted}>{text.version(mandateText.version)}</footer>
    </article>
  );
}
