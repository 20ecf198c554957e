// Policies that tests can switch off one by one: what a guard calls then lets everybody do everything.
//   vi.mock(import('…policy.ts'), async (original) => (await import('…policy-switch.ts')).switchable(await original()));

/** The guards and questions of the policies, by the names of their functions. */
export const POLICIES = [
  'canSeeMember',
  'assertMay',
  'assertMayRetract',
  'assertCanManageTags',
  'canSeeHealthTags',
  'assertCanMarkHealthData',
  'assertMayInGym',
  'assertMaySeePayments',
] as const;

const off = new Set<string>();

export function switchable<Module extends object>(module: Module): Module {
  const entries = Object.entries(module).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'function' || !(POLICIES as readonly string[]).includes(name)) return [name, value];
    return [name, (...args: unknown[]): unknown => (off.has(name) ? true : (value(...args) as unknown))];
  });
  return Object.fromEntries(entries) as Module;
}

export async function without(policies: readonly string[], run: () => Promise<void>): Promise<void> {
  for (const name of policies) off.add(name);
  try {
    await run();
  } finally {
    off.clear();
  }
}
