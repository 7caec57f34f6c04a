"""Bodies of requests and answers, as the REST contract has them."""
