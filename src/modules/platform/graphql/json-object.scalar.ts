import { GraphQLScalarType } from 'graphql';

/** A JSON object as it is, for content whose shape the caller knows from elsewhere. */
export const JsonObject = new GraphQLScalarType<object, object>({
  name: 'JSONObject',
  description: 'JSON 对象；结构见 REST 接口说明',
  serialize: (value) => value as object,
});
