// Every entity of the ORM, listed by hand.
import type { EntityClass } from '@mikro-orm/core';
import { Member } from './modules/member/member.entity.ts';
import { Employee } from './modules/staff/employee.entity.ts';

export const entities: EntityClass<object>[] = [Employee, Member];
