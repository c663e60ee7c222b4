"""What stands between a draft and the public: the problems of an article, and the gate that asks about them."""
