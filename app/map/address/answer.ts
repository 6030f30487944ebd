export type FoundPlace = {
  name: string;
  /** "" where the provider has none */
  address: string;
  /** WGS 84, as is 天地图's CGCS 2000 to within a metre */
  lng: number;
  lat: number;
};

export type AddressProviderName = "tianditu" | "mapbox";

/** What became of asking a provider, where it did not answer with places. */
export type AddressFailure = "none" | "refused" | "quota" | "timeout" | "broken";

/** What a search for an address finds; whose answer it is stands beside it wherever it is shown. */
export type AddressAnswer =
  | { status: "found"; places: FoundPlace[]; provider: AddressProviderName }
  | { status: AddressFailure };
