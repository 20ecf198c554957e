// A tile of the overview that fails alone: it then says so and offers to try again, the others stay as they are.
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/ErrorState';
import { overviewTexts } from './messages';

interface TileProps {
  title: string;
  isFailed: boolean;
  onRetry: () => void;
  children: ReactNode;
}

export function Tile({ title, isFailed, onRetry, children }: TileProps) {
  const text = useText(overviewTexts);
  if (!isFailed) return children;
  return (
    <Card title={title}>
      <ErrorState message={text.tileFailed} onRetry={onRetry} />
    </Card>
  );
}
