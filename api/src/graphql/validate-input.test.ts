import { IsEmail, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { expect, test } from 'vitest';
import { validateInput } from './validate-input.ts';

class Address {
  @MaxLength(3)
  street: string;
}

class Input {
  @IsEmail()
  email?: string;

  @MinLength(8)
  password?: string;

  @ValidateNested()
  address?: Address;
}

const input = (values: object) => Object.assign(new Input(), values);

test.each([
  [{ email: 'jan' }, { field: 'email', reason: 'IS_EMAIL' }, 'Email must be an email.'],
  [
    { password: 'hunter2' },
    { field: 'password', reason: 'MIN_LENGTH' },
    'Password must be longer than or equal to 8 characters.',
  ],
  [
    { address: Object.assign(new Address(), { street: 'Damrak' }) },
    { field: 'address.street', reason: 'MAX_LENGTH' },
    'Street must be shorter than or equal to 3 characters.',
  ],
])('%j is refused by field and reason, without being repeated', async (values, extensions, message) => {
  const error = await validateInput(input(values)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT', ...extensions } });
});

test('absent fields, plain values and lists pass', async () => {
  for (const value of [input({}), input({ email: 'jan@gym.example' }), 'text', null, undefined, [input({})]])
    await validateInput(value);
});
