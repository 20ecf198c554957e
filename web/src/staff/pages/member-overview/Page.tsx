// The member overview: everything about one member, read with one query.
import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { PageSkeleton } from '../../PageSkeleton';
import { usePageTitle } from '../../usePageTitle';
import { MemberOverviewDocument } from './MemberOverview.generated';

export default function MemberOverviewPage() {
  const { id = '' } = useParams();
  const { data } = useQuery(MemberOverviewDocument, { variables: { id } });
  usePageTitle(data?.member?.fullName);
  return data?.member ? <h1>{data.member.fullName}</h1> : <PageSkeleton />;
}
