from articles.blocks.body import ArticleBodyBlock

__all__ = ["ArticleBodyBlock"]
