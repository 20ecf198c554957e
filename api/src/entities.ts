// Every entity of the ORM, listed by hand.
import type { EntityClass } from '@mikro-orm/core';
import { ApiToken } from './modules/account/api-token.entity.ts';
import { Attachment } from './modules/attachment/attachment.entity.ts';
import { ChecklistTemplate } from './modules/checklist/checklist-template.entity.ts';
import { Checklist, ChecklistAction } from './modules/checklist/checklist.entity.ts';
import { Checkup } from './modules/checkup/checkup.entity.ts';
import { Member } from './modules/member/member.entity.ts';
import { Note } from './modules/note/note.entity.ts';
import { Notification } from './modules/notification/notification.entity.ts';
import { Mandate } from './modules/payment-details/mandate.entity.ts';
import { Payment } from './modules/purchase/payment.entity.ts';
import { PurchaseLine } from './modules/purchase/purchase.entity.ts';
import { ShopCategory } from './modules/shop/shop-category.entity.ts';
import { ShopItem } from './modules/shop/shop-item.entity.ts';
import { ScheduleSlot } from './modules/session/schedule-slot.entity.ts';
import { EmployeeInvitation } from './modules/role/invitation.entity.ts';
import { Employee } from './modules/staff/employee.entity.ts';
import { SubscriptionType } from './modules/subscription/subscription-type.entity.ts';
import { MemberTag } from './modules/tag/member-tag.entity.ts';
import { Tag } from './modules/tag/tag.entity.ts';
import { Calendar } from './modules/visit/calendar.entity.ts';
import { SessionType } from './modules/visit/session-type.entity.ts';

export const entities: EntityClass<object>[] = [
  ApiToken,
  Attachment,
  Calendar,
  Checklist,
  ChecklistAction,
  ChecklistTemplate,
  Checkup,
  Employee,
  EmployeeInvitation,
  Mandate,
  Member,
  MemberTag,
  Note,
  Notification,
  Payment,
  PurchaseLine,
  ScheduleSlot,
  SessionType,
  SubscriptionType,
  ShopCategory,
  ShopItem,
  Tag,
];
