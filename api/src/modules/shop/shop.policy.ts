// Who keeps the shop: admins. Every employee sells from it.
import { Permission } from '../account/viewer.type.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import type { Viewer } from '../../graphql/viewer.ts';

export const assertCanManageShop = (viewer: Viewer): void => assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
