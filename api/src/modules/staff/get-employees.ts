import type { LookAhead } from '../../graphql/branch.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { employeeJson, employeeParent } from './employee.entity.ts';
import type { Employee } from './employee.entity.ts';

/** Everybody who works at the gym today, by name. */
export async function getEmployees(context: Context): Promise<Employee[]> {
  const rows = await context.db.rows<{ employee: Employee }>(
    `select ${employeeJson('e')} as employee from employee e where e.archived_at is null order by fold(e.full_name), e.id`,
  );
  return rows.map((row) => row.employee);
}

/** An employee of the viewer's gym, archived ones too. */
export async function getEmployee(context: Context, id: string): Promise<Employee | null> {
  const rows = await context.db.rows<{ employee: Employee }>(
    `select ${employeeJson('e')} as employee from employee e where e.id = $1`,
    [id],
    { name: 'get_employee' },
  );
  return rows[0]?.employee ?? null;
}

/** With the branches that a query asks for; without an id the viewer's own. */
export async function getEmployeeOf(context: Context, id: string | null, ahead: LookAhead): Promise<Employee | null> {
  const asked = id ?? signedIn(context).employeeId;
  return asked ? context.branches.load(employeeParent, asked, ahead) : null;
}
