// Looks like a button, goes somewhere.
import { Button as KitButton } from '@mantine/core';
import { Link } from 'react-router';
import { look, type ButtonLook } from './Button';

export function ButtonLink({ children, to, ...others }: ButtonLook & { to: string }) {
  return (
    <KitButton component={Link} to={to} {...look(others)}>
      {children}
    </KitButton>
  );
}
