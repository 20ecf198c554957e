// The rules of a gym: what each looks for, what it says, and whether it is on.
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { IconButton } from '../../ui/IconButton';
import { notificationRuleTexts } from './messages';
import styles from './NotificationRules.module.css';
import type { NotificationRules_RuleFragment } from './NotificationRules.generated';

interface RuleListProps {
  rules: readonly NotificationRules_RuleFragment[];
  disabledReason?: string | null;
  onChange: (rule: NotificationRules_RuleFragment) => void;
}

export function RuleList({ rules, disabledReason, onChange }: RuleListProps) {
  const text = useText(notificationRuleTexts);
  return (
    <Card isFlush>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule.rule} className={styles.rule} data-settings={rule.rule}>
            <div className={styles.body}>
              <h2 className={styles.name}>
                {text.name[rule.rule]}
                <Badge tone={rule.isOn ? 'good' : 'neutral'}>{rule.isOn ? text.on : text.off}</Badge>
              </h2>
              <p>{text.about[rule.rule]}</p>
              <p className={styles.hint}>
                {[
                  ...rule.parameters.map(({ name, value }) => `${text.parameter[name]}: ${value}`),
                  ...(rule.openCount > 0 ? [text.open(rule.openCount)] : []),
                ].join(' · ')}
              </p>
            </div>
            <IconButton
              icon="pencil"
              label={text.change(text.name[rule.rule])}
              disabledReason={disabledReason}
              onClick={() => onChange(rule)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
