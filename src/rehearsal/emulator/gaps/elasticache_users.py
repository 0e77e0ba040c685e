"""ElastiCache users and user groups: moto 5.2.1 has users that cannot be changed, and no groups.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUserGroup.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyUser.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.common_models import BaseModel
from moto.core.responses import ActionResult
from moto.elasticache.exceptions import ElastiCacheException, UserNotFound
from moto.elasticache.responses import ElastiCacheResponse
from moto.utilities.utils import get_partition

from .registry import Service
from .state import kept

service = Service("elasticache", ElastiCacheResponse)
GROUP = "aws_elasticache_user_group"
ASSOCIATION = "aws_elasticache_user_group_association"
DEFAULT_USER = "default"


class UserGroup(BaseModel):
    """Attributes are named as moto's serializer wants them: UserIds is `user_ids`."""

    def __init__(self, arn: str, user_group_id: str, engine: str, backend: Any) -> None:
        self.arn = arn
        self.user_group_id = user_group_id
        self.engine = engine
        self.status = "active"
        self.minimum_engine_version = "6.0"
        self.user_ids: list[str] = []
        self._backend = backend

    @property
    def replication_groups(self) -> list[str]:
        groups = self._backend.replication_groups.values()
        return [group.replication_group_id for group in groups if self.user_group_id in group.user_group_ids]


def groups_of(backend: Any) -> dict[str, UserGroup]:
    return kept(backend, "user_groups", dict)


def group_named(backend: Any, group_id: str) -> UserGroup:
    if group_id not in groups_of(backend):
        raise ElastiCacheException("UserGroupNotFound", f"User group {group_id} not found.")
    return groups_of(backend)[group_id]


def group_of(response: Any) -> UserGroup:
    return group_named(response.elasticache_backend, response._get_param("UserGroupId"))


def set_members(backend: Any, group: UserGroup, user_ids: list[str]) -> None:
    """Refuses what AWS refuses: unknown users, two users of one name, a Redis group without the default user."""
    for user_id in user_ids:
        if user_id not in backend.users:
            raise UserNotFound(user_id)
    names = [backend.users[user_id].name for user_id in user_ids]
    if len(names) != len(set(names)):
        raise ElastiCacheException("DuplicateUserName", "Two users of a group cannot have the same name.")
    if group.engine == "redis" and DEFAULT_USER not in names:
        raise ElastiCacheException("DefaultUserRequired", "A user group must have a user named default.")
    group.user_ids = user_ids
    for user in backend.users.values():
        user.user_group_ids = [one.user_group_id for one in groups_of(backend).values() if user.id in one.user_ids]


@service.adds("CreateUserGroup", GROUP)
def create_user_group(response: Any) -> ActionResult:
    backend = response.elasticache_backend
    group_id = response._get_param("UserGroupId")
    if group_id in groups_of(backend):
        raise ElastiCacheException("UserGroupAlreadyExists", f"User group {group_id} already exists.")
    owner = f"{response.region}:{response.current_account}"
    group = UserGroup(
        arn=f"arn:{get_partition(response.region)}:elasticache:{owner}:usergroup:{group_id}",
        user_group_id=group_id,
        engine=(response._get_param("Engine") or "redis").lower(),
        backend=backend,
    )
    set_members(backend, group, response._get_param("UserIds", []))
    groups_of(backend)[group_id] = group
    backend.tagging_service.tag_resource(group.arn, response._get_param("Tags"))
    return ActionResult(group)


@service.adds("DescribeUserGroups", GROUP)
def describe_user_groups(response: Any) -> ActionResult:
    named = response._get_param("UserGroupId") is not None
    groups = [group_of(response)] if named else list(groups_of(response.elasticache_backend).values())
    return ActionResult({"UserGroups": groups})


@service.adds("ModifyUserGroup", f"{GROUP}, {ASSOCIATION}")
def modify_user_group(response: Any) -> ActionResult:
    group = group_of(response)
    removed = response._get_param("UserIdsToRemove", [])
    staying = [user_id for user_id in group.user_ids if user_id not in removed]
    added = [user_id for user_id in response._get_param("UserIdsToAdd", []) if user_id not in staying]
    set_members(response.elasticache_backend, group, staying + added)
    return ActionResult(group)


@service.adds("DeleteUserGroup", GROUP)
def delete_user_group(response: Any) -> ActionResult:
    group = group_of(response)
    backend = response.elasticache_backend
    if group.replication_groups:
        raise ElastiCacheException("InvalidUserGroupState", f"{group.user_group_id} is in use by a replication group.")
    del groups_of(backend)[group.user_group_id]
    backend.tagging_service.delete_all_tags_for_resource(group.arn)
    group.status = "deleting"
    return ActionResult(group)


@service.adds("ModifyUser", "aws_elasticache_user")
def modify_user(response: Any) -> ActionResult:
    user = response.elasticache_backend.describe_users(response._get_param("UserId"))[0]
    added = response._get_param("AppendAccessString")
    user.access_string = response._get_param("AccessString") or user.access_string
    user.access_string = f"{user.access_string} {added}" if added else user.access_string
    user.engine = (response._get_param("Engine") or user.engine).lower()
    mode = response._get_param("AuthenticationMode") or {}
    user.passwords = mode.get("Passwords") or response._get_param("Passwords") or user.passwords
    user.authentication_type = mode.get("Type") or user.authentication_type
    no_password = response._get_bool_param("NoPasswordRequired")
    user.no_password_required = user.no_password_required if no_password is None else no_password
    return ActionResult(user)


@service.mends("DeleteUser", "deletes at once, with its tags and its places in groups")
def delete_user(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    user = answer.result
    backend = response.elasticache_backend
    for group in groups_of(backend).values():
        group.user_ids = [user_id for user_id in group.user_ids if user_id != user.id]
    backend.users.pop(user.id, None)
    backend.tagging_service.delete_all_tags_for_resource(user.arn)
    return answer
