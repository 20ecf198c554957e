// Says that there is something new, and shows it when asked: nothing moves by itself.
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { dashboardTexts } from './messages';

export function NewRowsButton({ count, onShow }: { count: number; onShow: () => void }) {
  const text = useText(dashboardTexts);
  return (
    <span role="status">
      {count > 0 && (
        <Button icon="arrowDown" onClick={onShow}>
          {text.newOnes(count)}
        </Button>
      )}
    </span>
  );
}
