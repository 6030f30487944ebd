/** Of every sample account, and public: it stands on the sign-in page as long as the sample does. */
export const samplePassword = "yulian-sample";
