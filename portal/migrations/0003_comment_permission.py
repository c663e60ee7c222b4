from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "permissions": [("comment_drafts", "Can read and comment on drafts of others")],
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
        ),
    ]
