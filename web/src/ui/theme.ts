// The kit's theme: every colour it paints with is one of our tokens, so that contrast is decided in tokens.css.
import { createTheme, type VariantColorsResolver } from '@mantine/core';

const primary = {
  background: 'var(--accent)',
  hover: 'var(--accent-hover)',
  color: 'var(--on-accent)',
  border: '1px solid transparent',
};
const variants: Record<string, typeof primary> = {
  primary,
  secondary: {
    background: 'var(--surface)',
    hover: 'var(--hover)',
    color: 'var(--text)',
    border: '1px solid var(--border-control)',
  },
  quiet: { background: 'transparent', hover: 'var(--hover)', color: 'var(--text)', border: '1px solid transparent' },
  danger: {
    background: 'var(--danger)',
    hover: 'var(--danger-hover)',
    color: 'var(--surface)',
    border: '1px solid transparent',
  },
};

const variantColorResolver: VariantColorsResolver = ({ variant }) => variants[variant] ?? primary;

export const theme = createTheme({ variantColorResolver, cursorType: 'pointer', defaultRadius: 'md' });
