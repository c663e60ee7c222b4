from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="articlepage",
            options={
                "permissions": [("import_articles", "Can import articles from files")],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
    ]
