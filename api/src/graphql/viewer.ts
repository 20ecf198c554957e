/** Who is asking: an employee or a member of one gym, signed in by session cookie or API token. */
export interface Viewer {
  kind: 'EMPLOYEE' | 'MEMBER';
  accountId: string | null;
  gymId: string;
  timeZone: string;
  locale: 'nl' | 'en';
  role: 'ADMIN' | 'EMPLOYEE' | null;
  employeeId: string | null;
  memberId: string | null;
  via: 'SESSION' | 'TOKEN';
  scope: 'READ' | 'WRITE';
  sessionId: string | null;
  tokenId: string | null;
}
