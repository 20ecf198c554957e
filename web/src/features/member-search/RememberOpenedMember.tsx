// Notes whose overview is open, as soon as the page has brought the name.
import { useFragment } from '@apollo/client/react';
import { useEffect } from 'react';
import { useMatch } from 'react-router';
import { RecentMember_MemberFragmentDoc } from './MemberSearch.generated';
import { rememberMember } from './recentMembers';

export function RememberOpenedMember() {
  const id = useMatch('/members/:id')?.params.id;
  return id ? <Remember key={id} id={id} /> : null;
}

function Remember({ id }: { id: string }) {
  const { data, complete } = useFragment({
    fragment: RecentMember_MemberFragmentDoc,
    from: { __typename: 'Member', id },
  });
  useEffect(() => {
    if (complete) rememberMember(data);
  }, [complete, data]);
  return null;
}
