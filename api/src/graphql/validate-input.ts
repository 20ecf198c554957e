// Checks inputs against their class-validator decorators. What is wrong is said with field and reason, never by echoing it.
import { validate, type ValidationError } from 'class-validator';
import { UserInputError } from './errors.ts';

/** TypeGraphQL calls this for every argument. */
export async function validateInput(value: unknown): Promise<void> {
  const inputs = Array.isArray(value) ? value : [value];
  for (const input of inputs) {
    if (typeof input !== 'object' || input === null) continue;
    const errors = await validate(input, {
      skipMissingProperties: true,
      forbidUnknownValues: false,
      stopAtFirstError: true,
    });
    if (errors[0]) throw problemOf(errors[0], []);
  }
}

function problemOf(error: ValidationError, path: string[]): UserInputError {
  const here = [...path, error.property];
  const child = error.children?.[0];
  if (child) return problemOf(child, here);
  const [constraint = 'invalid', message = 'is not valid'] = Object.entries(error.constraints ?? {})[0] ?? [];
  return new UserInputError(here.join('.'), upperSnake(constraint), `${message[0]?.toUpperCase()}${message.slice(1)}.`);
}

/** maxLength → MAX_LENGTH */
function upperSnake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
