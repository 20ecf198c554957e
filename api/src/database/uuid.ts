const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids come from outside as text: what is no UUID exists nowhere, and must not reach a cast. */
export const isUuid = (id: string): boolean => uuid.test(id);
