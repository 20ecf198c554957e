import { Ctx, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getViewer } from './get-viewer.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver()
export class ViewerResolver {
  @Audience('ANYONE')
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for a stranger.' })
  viewer(@Ctx() context: Context): Promise<ViewerType | null> {
    return getViewer(context);
  }
}
