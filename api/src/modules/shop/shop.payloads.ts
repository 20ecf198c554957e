import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ShopCategory } from './shop-category.entity.ts';
import { ShopItem } from './shop-item.entity.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class ShopItemPayload {
  @Field(() => ShopItem)
  shopItem: ShopItem;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class ShopCategoryPayload {
  @Field(() => ShopCategory)
  shopCategory: ShopCategory;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class FavouritesPayload {
  @Field(() => [ShopItem], { description: 'All favourites on offer, in their order.' })
  favourites: ShopItem[];
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class ShopCategoriesPayload {
  @Field(() => [ShopCategory], { description: 'All categories in use, in their order.' })
  shopCategories: ShopCategory[];
}
